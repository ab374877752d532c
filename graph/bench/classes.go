package main

// class is a sort of entity in the made-up world.
type class struct {
	kinds  []string
	prefix string // of its codes; "" for people, who have none
	count  int    // at scale 1
	least  int    // however small the scale
	names  []string
}

// The classes, by place in the table below.
const (
	board = iota
	network
	trust
	operator
	practice
	pharmacy
	careHome
	dentist
	site
	person
)

// classes are 300,000 organisations and sites, each with a code, and 100,000 people.
var classes = [...]class{
	board:    {[]string{"IntegratedCareBoard"}, "QB", 106, 3, []string{"NHS P and P Integrated Care Board", "NHS P, P and P Integrated Care Board"}},
	network:  {[]string{"PrimaryCareNetwork"}, "U", 1250, 5, []string{"P Primary Care Network", "P and P PCN", "R Road Primary Care Network", "Greater P PCN"}},
	trust:    {[]string{"FoundationTrust"}, "R", 250, 3, []string{"P NHS Foundation Trust", "P and P NHS Foundation Trust", "P Teaching Hospitals NHS Foundation Trust"}},
	operator: {[]string{"IndependentProvider"}, "NV", 3000, 10, []string{"S Care Limited", "S & S Healthcare Limited", "P Residential Homes Ltd", "S Group"}},
	practice: {[]string{"GPPractice"}, "P", 45000, 50, []string{"P Medical Centre", "P Surgery", "The R Road Practice", "Dr S & Partners", "P Health Centre", "R Road Surgery, P"}},
	pharmacy: {[]string{"Pharmacy"}, "F", 45000, 50, []string{"S Pharmacy", "P Pharmacy", "S Chemists, P", "R Road Pharmacy"}},
	careHome: {[]string{"CareHome"}, "VL", 70000, 50, []string{"P House Care Home", "P Lodge", "The P Nursing Home", "S Court Residential Home", "R Road Care Home, P"}},
	dentist:  {[]string{"DentalPractice"}, "V", 45394, 50, []string{"P Dental Practice", "S Dental Surgery", "R Road Dental Care, P", "The P Orthodontic Centre"}},
	site:     {[]string{"TrustSite"}, "RS", 90000, 50, []string{"P General Hospital", "P Community Hospital", "P Clinic", "Royal P Infirmary", "R Road Clinic, P", "S Unit, P Hospital"}},
	person:   {[]string{"Person"}, "", 100000, 50, []string{"F S", "F S", "F S", "Dr F S", "F S S", "Professor F S"}},
}

// relation is a sort of edge between members and hubs.
type relation struct {
	typ     string
	verb    string // in the ids of its claims
	count   int    // at scale 1
	members []int  // classes whose members take turns
	hubs    []int  // classes whose members the others gather round
	spread  float64
	down    bool // from the hub to the member
	roles   []string
}

// relations are a million edges. The busiest hub of a sort has spread times the edges
// of the quietest: as in the real register, commissioners and trusts have some 300
// to 5,000 each.
var relations = [...]relation{
	{"COMMISSIONS", "commissioned", 200_000, []int{practice, pharmacy, dentist}, []int{board}, 16, true,
		[]string{"General medical services", "Pharmaceutical services", "Dental services", "Enhanced services"}},
	{"OPERATES", "operated", 150_000, []int{careHome}, []int{operator}, 60, true, []string{"Registered provider", "Owner", "Managing agent"}},
	{"PART_OF", "part", 200_000, []int{site}, []int{trust}, 16, false, []string{"Main site", "Outpatients", "Ward", "Department"}},
	{"MEMBER_OF", "member", 200_000, []int{practice, pharmacy}, []int{network}, 10, false, []string{"Core member", "Associate", "Clinical lead's practice"}},
	{"HOLDS_POST_AT", "post", 250_000, []int{person}, []int{board, trust, network, operator}, 40, false,
		[]string{"Chief executive", "Chair", "Medical director", "Director of nursing", "Finance director", "Non-executive director", "Practice manager", "Clinical lead"}},
}

// leastEdges is how many edges of a relation there are however small the scale.
const leastEdges = 100

// scaled gives how many of something there are at a scale.
func scaled(count, least int, scale float64) int { return max(least, int(float64(count)*scale+0.5)) }
