package main

import (
	"os"
	"strconv"
	"syscall"
	"time"
)

// hold runs until there is a file stop. Meanwhile nobody else can open these files.
func hold(ready, stop string, files []string) {
	for _, file := range files {
		name, err := syscall.UTF16PtrFromString(file)
		if err != nil {
			die(1, "made-up go: "+err.Error())
		}
		access := uint32(syscall.GENERIC_READ | syscall.GENERIC_WRITE)
		if _, err := syscall.CreateFile(name, access, 0, nil, syscall.OPEN_EXISTING, 0, 0); err != nil {
			die(1, "made-up go: "+file+": "+err.Error())
		}
	}
	os.WriteFile(ready, []byte(strconv.Itoa(os.Getpid())), 0o666)
	for {
		if _, err := os.Stat(stop); err == nil {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
}
