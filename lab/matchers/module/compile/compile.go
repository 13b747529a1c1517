// Package compile has errors of types.
package compile

import "os"

func length(text string) int {
	unused := 1
	return missing(text)
}

func call() (int, error) {
	length(42)
	return 1
}
