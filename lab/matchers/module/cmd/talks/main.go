// Command talks prints what looks like problems and is none.
package main

import (
	"fmt"
	"log"
)

func main() {
	log.SetFlags(log.Lshortfile)
	log.Print("a log line")
	log.SetFlags(log.LstdFlags | log.Llongfile)
	log.Print("a log line with its whole path")
	fmt.Println("see main.go:3:4: for more")
	fmt.Println("panic: only a word")
	fmt.Println("--- FAIL is what a failure says")
}
