module lab.invalid/powershell-stand-in

go 1.21
