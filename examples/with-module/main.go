// A program that needs a module from elsewhere: it builds only where that is in the module cache, or can be fetched.
package main

import (
	"fmt"

	"github.com/google/uuid"
)

func main() {
	fmt.Println("a name that is always the same:", uuid.NewSHA1(uuid.NameSpaceURL, []byte("https://go.dev")))
}
