// Command panics does.
package main

func main() {
	fail("no good")
}

func fail(reason string) {
	panic("gave up: " + reason)
}
