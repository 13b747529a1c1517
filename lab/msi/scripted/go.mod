module lab.invalid/scripted

go 1.21
