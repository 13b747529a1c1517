// A program that runs until a file is there: `go run . FILE` keeps its go.exe running meanwhile. It says by FILE.runs that it runs.
package main

import (
	"os"
	"time"
)

func main() {
	stop := os.Args[1]
	if err := os.WriteFile(stop+".runs", nil, 0o666); err != nil {
		panic(err)
	}
	for {
		if _, err := os.Stat(stop); err == nil {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
}
