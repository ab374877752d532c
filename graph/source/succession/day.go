package succession

import (
	"time"

	"mapper/graph"
)

// succeeded reads a day as YYYY-MM-DD or YYYYMMDD and gives it with the day before.
func succeeded(date string) (on, before graph.Date, ok bool) {
	if len(date) == len("20060102") {
		date = date[:4] + "-" + date[4:6] + "-" + date[6:]
	}
	day, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return "", "", false
	}
	return graph.Date(date), graph.Date(day.AddDate(0, 0, -1).Format(time.DateOnly)), true
}
