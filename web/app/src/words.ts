import type { Shown, Kind, Ref, Relation, Span, Status, Vocabulary } from './api'

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']

/** A date as a person writes it, in the precision it has. */
export function dateWords(date: string): string {
  const [year, month, day] = date.split('-')
  return [day && String(+day), month && months[+month - 1], year].filter(Boolean).join(' ')
}

/** As Span.Words in graph/date.go. */
export function spanWords({ start, end }: Span): string {
  if (start && start === end) return dateWords(start)
  if (start && end) return start.length === 4 && end.length === 4 ? `${start}–${end}` : `${dateWords(start)} to ${dateWords(end)}`
  if (start) return `since ${dateWords(start)}`
  return end ? `until ${dateWords(end)}` : ''
}

export const plural = (n: number, one: string, many: string) => `${n.toLocaleString('en-GB')} ${n === 1 ? one : many}`

export const statuses: Record<Status, string> = {
  stated: 'Stated as fact', reported: 'Reported', planned: 'Planned or expected', opinion: 'Opinion', denied: 'Denied',
}

/** The vocabulary as the screen asks it. */
export class Words {
  private kinds: Map<string, Kind>
  private relations: Map<string, Relation>

  constructor(readonly vocabulary: Vocabulary) {
    this.kinds = new Map(vocabulary.kinds.map((k) => [k.name, k]))
    this.relations = new Map(vocabulary.relations.map((r) => [r.type, r]))
  }

  kind(name = ''): Kind {
    return this.kinds.get(name) ?? { name, label: name || 'Entity', plural: name || 'Entities', colour: '#5b6770', icon: 'circle' }
  }

  relation(type: string): Relation {
    return this.relations.get(type) ?? { type, name: type, forward: type, backward: type, colour: '#5b6770' }
  }

  kindsOf(ref: Ref): string {
    return (ref.kinds ?? []).map((k) => this.kind(k).label).join(', ')
  }
}

/** How much of a whole is shown, as web/pages/parts.html says it: "Shown 80 of at least 1,051 bodies: why". */
export function shownWords({ shown, total, atLeast, why }: Shown, one: string, many: string): string {
  const all = plural(total, one, many)
  return total > shown || atLeast ? `Shown ${shown.toLocaleString('en-GB')} of ${atLeast ? 'at least ' : ''}${all}${why ? `: ${why}` : ''}` : all
}
