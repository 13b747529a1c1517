module collector

go 1.21
