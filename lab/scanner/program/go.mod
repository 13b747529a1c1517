module lab.invalid/scanner

go 1.21
