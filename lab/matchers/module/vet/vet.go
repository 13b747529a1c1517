// Package vet compiles, and vet has something to say of it.
package vet

import "fmt"

// Show prints.
func Show(text string) {
	fmt.Printf("%d\n", text)
}
