// Days as the slider counts them: a whole number of months since the year 0.

const two = (n: number) => String(n).padStart(2, '0')

/** A date of any precision as months; the day is the part behind the point. */
export function monthOf(date: string): number {
  const [year = '0', month = '1', day = '1'] = date.split('-')
  return Number(year) * 12 + Number(month) - 1 + (Number(day) - 1) / 31
}

/** The first day of a month that is counted so. */
export function firstOf(months: number): string {
  const whole = Math.floor(months)
  return `${String(Math.floor(whole / 12)).padStart(4, '0')}-${two((whole % 12) + 1)}-01`
}

export function today(): string {
  const now = new Date()
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** The same day so many years away; 29 February becomes the day before. */
export function yearsFrom(day: string, years: number): string {
  const [year, month, date] = day.split('-')
  const moved = `${String(Number(year) + years).padStart(4, '0')}-${month}-`
  return moved + (month === '02' && date === '29' ? '28' : date)
}

/** The nearest of some sorted days after or before one; without one the first or last. */
export function nextDay(days: readonly string[], from: string): string | undefined {
  return days.find((d) => d > from)
}

export function dayBefore(days: readonly string[], from: string): string | undefined {
  return from ? days.findLast((d) => d < from) : days.at(-1)
}
