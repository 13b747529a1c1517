// The smallest program that shows which Go built it.
package main

import (
	"fmt"
	"runtime"
)

func main() {
	fmt.Println("hello from", runtime.Version())
}
