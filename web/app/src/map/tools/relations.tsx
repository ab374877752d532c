import type { Words } from '../../words'

interface Props { words: Words; chosen: readonly string[]; choose(types: readonly string[]): void }

/** The relations a way may take; none ticked allows all but speech. */
export function RelationBoxes({ words, chosen, choose }: Props) {
  return (
    <details class="fold">
      <summary>Relations allowed: {chosen.length ? `${chosen.length} chosen` : 'all'}</summary>
      <fieldset class="tool-boxes">
        <legend class="visually-hidden">Only by these relations</legend>
        {words.vocabulary.relations.map((r) => (
          <label key={r.type} class="tick">
            <input type="checkbox" checked={chosen.includes(r.type)}
              onChange={(e) => choose(e.currentTarget.checked ? [...chosen, r.type] : chosen.filter((t) => t !== r.type))} /> {r.name}
          </label>
        ))}
      </fieldset>
      {chosen.length > 0 && <button type="button" class="link" onClick={() => choose([])}>Allow all</button>}
    </details>
  )
}
