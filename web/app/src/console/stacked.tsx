// Bars made of parts, with a legend and the figures as a table. Parts have a colour and
// a letter, statuses the fills that the pages of the views give them (web/pages/view.html).
import { Label } from './bars'
import { textOf } from './cell'
import { mostParts, stack, type Part } from './stack'
import type { Result } from './state'

const figure = (n: number) => n.toLocaleString('en-GB')

export function Stacked({ result, x, z, y }: { result: Result; x: number; z: number; y: number }) {
  const { parts, bars, all } = stack(result, x, z, y)
  const longest = Math.max(...bars.map((b) => b.total), 0)
  const share = (n: number) => (longest > 0 ? (100 * n) / longest : 0)
  const [named, by, of] = [x, z, y].map((i) => result.columns[i]!.name)
  return (
    <>
      <Fills />
      <ul class="parts" aria-label={`Parts: ${by}`}>
        {parts.map((p, i) => (
          <li key={i}><svg class="parts__sign" width="22" height="18" aria-hidden="true" focusable="false"><Box part={p} i={i} from="0" width="22" /><Sign part={p} at="11" /></svg>
            <span>{p.name} <span class="quiet">{figure(p.total)}</span></span></li>
        ))}
      </ul>
      <ol class="bars">
        {bars.map((bar, i) => {
          let before = 0
          return (
            <li key={i}>
              <span class="bars__label"><Label cell={bar.cell} /></span>
              <svg class="bar" width="100%" height="18" aria-hidden="true" focusable="false">
                {bar.figures.map((n, j) => {
                  const [from, width] = [share(before), share(n)]
                  before += n
                  return n > 0 && (
                    <g key={j}><Box part={parts[j]!} i={j} from={`${from}%`} width={`${width}%`} says={`${parts[j]!.name}: ${figure(n)}`} />
                      {from > 0 && width > 1 && <line class="part__edge" x1={`${from}%`} x2={`${from}%`} y1="0" y2="18" />}
                      {width > 5 && <Sign part={parts[j]!} at={`${from + width / 2}%`} />}</g>
                  )
                })}
              </svg>
              <span class="bars__value">{figure(bar.total)}</span>
              <span class="bars__status" />
            </li>
          )
        })}
      </ol>
      {all > bars.length && <figcaption>The first {bars.length} of {figure(all)}; the table has all.</figcaption>}
      <div class="plot__figures parts__figures" tabIndex={0} role="region" aria-label="The figures">
        <table><caption class="visually-hidden">{of} by {named} and {by}</caption>
          <thead><tr><th scope="col">{named}</th>{parts.map((p, i) => <th key={i} scope="col">{inWords(p.name)}</th>)}<th scope="col">Together</th></tr></thead>
          <tbody>{bars.map((bar, i) => (
            <tr key={i}><th scope="row">{textOf(bar.cell) || 'none'}</th>{bar.figures.map((n, j) => <td key={j}>{figure(n)}</td>)}<td><strong>{figure(bar.total)}</strong></td></tr>
          ))}</tbody></table>
      </div>
    </>
  )
}

/** A name of the model, such as AcuteTrust, may go on below between its words. */
const inWords = (name: string) => name.split(/(?<=[a-z])(?=[A-Z])/).map((word, i) => <>{i > 0 && <wbr />}{word}</>)

function Box({ part, i, from, width, says }: { part: Part; i: number; from: string; width: string; says?: string }) {
  const common = { x: from, y: 1, height: 16, width }
  const title = says && <title>{says}</title>
  if (!part.status) return <rect {...common} class={`part part--${part.rest ? 'rest' : Math.min(i, mostParts)}`}>{title}</rect>
  return <rect {...common} class={`part bar__box bar__box--${part.status}`} {...(part.status !== 'stated' && { fill: `url(#fill-${part.status})` })}>{title}</rect>
}

/** A letter, since colour alone tells nothing to one man in twelve; a status has its fill. */
function Sign({ part, at }: { part: Part; at: string }) {
  return part.sign === '' ? null : <text class="part__sign" x={at} y="13" text-anchor="middle">{part.sign}</text>
}

/** The fills of statuses, as web/pages/view.html has them. */
function Fills() {
  return (
    <svg class="defs" width="0" height="0" aria-hidden="true" focusable="false"><defs>
      <pattern id="fill-reported" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="bar__wash" width="8" height="8" /><rect class="bar__ink" width="5" height="8" /></pattern>
      <pattern id="fill-planned" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="bar__wash" width="8" height="8" /><rect class="bar__ink" width="2" height="8" /></pattern>
      <pattern id="fill-opinion" width="6" height="6" patternUnits="userSpaceOnUse"><rect class="bar__wash" width="6" height="6" /><circle class="bar__ink" cx="3" cy="3" r="1.4" /></pattern>
      <pattern id="fill-denied" width="7" height="7" patternUnits="userSpaceOnUse"><rect class="bar__wash" width="7" height="7" /><path class="bar__cross" d="M0 0L7 7M7 0L0 7" /></pattern>
    </defs></svg>
  )
}
