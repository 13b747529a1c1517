module lab.invalid/fake-go

go 1.21
