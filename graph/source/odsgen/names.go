package odsgen

import "math/rand/v2"

var first = []string{"OAK", "ASH", "ELM", "BEECH", "WILLOW", "ROSE", "HEATHER", "MILL", "CHURCH", "STATION", "CASTLE", "ABBEY", "PRIORY", "BRIDGE", "RIVER", "HILL", "PARK", "GREEN", "NORTH", "SOUTH", "EAST", "WEST", "OLD", "NEW", "HIGH", "LOWER", "UPPER", "GREAT", "LITTLE", "KINGS", "QUEENS", "BISHOPS", "ST MARY'S", "ST JOHN'S", "ST PETER'S", "HOLY TRINITY"}

var second = []string{"FIELD", "WOOD", "LANE", "ROAD", "HOUSE", "COURT", "VIEW", "GROVE", "LODGE", "CROFT", "BROOK", "FORD", "TON", "LEY", "HAM", "BURY", "WICK", "STEAD", "MOUNT", "BANK", "VALE & DALE", "CROSS", "GATE", "MEAD", "COMMON", "HEATH", "MOOR", "FEN", "SHORE", "HAVEN"}

var towns = []string{"LEEDS", "TRURO", "DERBY", "LINCOLN", "EXETER", "BATH", "RIPON", "WELLS", "DURHAM", "LONDON", "OXFORD", "ELY"}

// name makes up a name; one in fifty is no more than what the thing is, as in life.
func name(dice *rand.Rand, c int) string {
	kind := classes[c].name
	if dice.IntN(50) == 0 {
		return kind
	}
	return first[dice.IntN(len(first))] + " " + second[dice.IntN(len(second))] + " " + kind
}
