module example.com/waiting

go 1.25.0
