// Holds a file open for reading, as a collector of logs does: Go opens files without the right for others to rename or delete them.
//
//	collector hold READY STOP FILE
//
// It writes its process id to READY, and ends when STOP is there.
package main

import (
	"fmt"
	"os"
	"strconv"
	"time"
)

func main() {
	ready, stop, name := os.Args[2], os.Args[3], os.Args[4]
	file, err := os.Open(name)
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	defer file.Close()
	if err := os.WriteFile(ready, []byte(strconv.Itoa(os.Getpid())), 0o666); err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	for {
		if _, err := os.Stat(stop); err == nil {
			return
		}
		time.Sleep(25 * time.Millisecond)
	}
}
