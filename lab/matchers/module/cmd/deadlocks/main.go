// Command deadlocks waits for ever.
package main

func main() {
	<-make(chan int)
}
