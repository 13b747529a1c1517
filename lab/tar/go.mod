module tar

go 1.25
