package main

import (
	"math/rand/v2"
	"strings"
)

// Names are made of parts, so that words are as common as in the real register: a
// few stand in thousands of names, most in a few dozen.

var placeHeads = strings.Fields(`Ash Beck Birch Brad Brook Burn Cal Castle Chester Clay Copt Cran Dal Dun East Elm Fair Farn Glen Green
	Hal Hart Hazel High Hol King Lang Lin Mar Mel Mill Nor Oak Pen Quarr Red Rock Sal Shel South Stan Stock Sut Thorn Up Wal Wen West Whit Wood`)

var placeTails = strings.Fields(`bourne bridge bury by combe cote dale den don field ford gate ham hurst ington ley low mere minster mouth
	port shaw stead stoke stow thorpe ton well wick worth`)

var surnames = strings.Fields(`Adams Ahmed Allen Begum Bell Bennett Brown Carter Chapman Clarke Cole Collins Cooper Cox Davies Dixon
	Edwards Evans Fisher Foster Gill Graham Gray Green Griffiths Hall Harris Harvey Hill Hughes Hussain Jackson James Jones Kaur Kelly
	Khan King Knight Lee Lewis Lloyd Marshall Martin Mason Mills Mitchell Moore Morgan Morris Murphy Murray Owen Palmer Parker Patel
	Phillips Powell Price Reid Richards Roberts Robinson Rogers Russell Scott Shah Shaw Simpson Singh Smith Stevens Stewart Taylor
	Thomas Turner Walker Walsh Ward Watson Webb White Williams Wilson Wood Wright Young`)

var forenames = strings.Fields(`Aisha Alan Alice Amina Andrew Angela Anil Anna Beth Brian Carol Catherine Chloe Daniel David Deepa Diane
	Edward Eleanor Emma Fatima Fiona Gareth George Grace Hannah Helen Ian Imran Jack James Jane Janet Joanna John Julia Karen Kate Kevin
	Laura Liam Linda Lucy Mark Martin Mary Michael Mohammed Neil Nicola Olivia Owen Paul Peter Priya Rachel Robert Ruth Samuel Sarah
	Sean Simon Sophie Stephen Susan Thomas Tracey Victoria William Zara`)

var roads = strings.Fields("Abbey Bridge Castle Church High Hospital London Market Mill Park Priory Queens River Station Victoria")

// namer makes names with one source of chance.
type namer struct{ *rand.Rand }

func (n namer) of(words []string) string { return words[n.IntN(len(words))] }

func (n namer) place() string { return n.of(placeHeads) + n.of(placeTails) }

func (n namer) surname() string {
	if n.IntN(3) == 0 {
		return n.place()
	}
	return n.of(surnames)
}

// name fills the places of a pattern: P a place, S a surname, F a forename, R a road.
func (n namer) name(pattern string) string {
	words := strings.Fields(pattern)
	for i, w := range words {
		switch w {
		case "P":
			words[i] = n.place()
		case "S":
			words[i] = n.surname()
		case "F":
			words[i] = n.of(forenames)
		case "R":
			words[i] = n.of(roads)
		}
	}
	return strings.Join(words, " ")
}
