package orgref

import "mapper/graph/source/ods"

// pair is an old and a new code.
type pair struct{ older, newer ods.Packed }
