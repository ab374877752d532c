package orgref

// packed is a code as a number: twelve capitals and digits fit into 64 bits, which
// lets sets of all codes stay small.
type packed uint64

// pack packs what ods.IsCode says is a code.
func pack(code string) packed {
	var n packed
	for i := range len(code) {
		c := packed(code[i])
		if c >= 'A' {
			c -= 'A' - 10
		} else {
			c -= '0'
		}
		n = n*37 + c + 1 // 0 is no character, so that 0A is not A
	}
	return n
}

// pair is an old and a new code.
type pair struct{ older, newer packed }
