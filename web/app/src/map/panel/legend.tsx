import type { Status } from '../../api'
import { statuses, type Words } from '../../words'
import type { Controller } from '../controller'
import type { Scene } from '../scene'
import { useStore } from '../store'
import { Icon, Swatch } from './icon'

const firmness: Status[] = ['stated', 'reported', 'planned', 'opinion', 'denied']

/** What the signs, dashes and colours mean, of those that are drawn. */
export function Legend({ map }: { map: Controller }) {
  const { scene, words, measured } = useStore(map.store)
  const colour = (c: string) => map.stage.colour(c)
  const relations = [...new Set(scene.edges.map((e) => e.edge.relation))].map((type) => words.relation(type))
  const order = words.vocabulary.relations.map((r) => r.type)
  relations.sort((a, b) => order.indexOf(a.type) - order.indexOf(b.type))
  return (
    <>
      <p class="legend__head">Signs</p>
      <ul class="legend__list" aria-label="Signs">
        {signs(scene, words).map((sign) => (
          <li key={sign.icon + sign.colour}><Icon icon={sign.icon} colour={measured?.communities.length ? 'currentColor' : colour(sign.colour)} /> {sign.labels.join(', ')}</li>
        ))}
        {scene.nodes.some((n) => n.dashed) && <li>Dashed outline: not named in the document</li>}
      </ul>
      {!!measured?.communities.length && (
        <>
          <p class="legend__head">Communities</p>
          <ul class="legend__list" aria-label="Communities">
            {measured.communities.map((c) => <li key={c.letter}><Icon icon="circle" colour={colour(c.colour)} /> <strong>{c.letter}</strong> around {c.around}: {c.nodes}</li>)}
          </ul>
        </>
      )}
      {relations.length > 0 && (
        <>
          <p class="legend__head">Lines</p>
          <ul class="legend__list" aria-label="Lines">
            {firmness.filter((s) => scene.edges.some((e) => e.status === s)).map((s) => <li key={s}><Swatch status={s} /> {statuses[s]}</li>)}
            <li><Swatch width={5} /> More claims</li>
          </ul>
          <p class="legend__head">Colours</p>
          <ul class="legend__list" aria-label="Colours of lines">
            {relations.map((r) => <li key={r.type}><Swatch colour={colour(r.colour)} arrow={!r.symmetric} /> {r.name}</li>)}
          </ul>
        </>
      )}
    </>
  )
}

interface Sign { icon: string; colour: string; labels: string[] }

/** Kinds that look the same share a sign, named after the widest kind of that look. */
function signs(scene: Scene, words: Words): Sign[] {
  const found = new Map<string, Sign>()
  for (const n of scene.nodes) {
    let kind = words.kind(n.node.kinds?.[0])
    for (let up = kind; up.parent; ) {
      up = words.kind(up.parent)
      if (up.icon === kind.icon && up.colour === kind.colour) kind = up
    }
    const key = kind.icon + kind.colour
    const sign = found.get(key) ?? { icon: kind.icon, colour: kind.colour, labels: [] }
    if (!sign.labels.includes(kind.plural)) sign.labels.push(kind.plural)
    found.set(key, sign)
  }
  const order = words.vocabulary.kinds.map((k) => k.icon + k.colour)
  return [...found].sort(([a], [b]) => order.indexOf(a) - order.indexOf(b)).map(([, sign]) => sign)
}
