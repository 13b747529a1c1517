// Command nils follows a nil pointer.
package main

import "fmt"

type node struct{ next *node }

func main() {
	var list *node
	fmt.Println(list.next)
}
