import type { Status } from '../../api'
import { statuses } from '../../words'
import { dashes } from '../paint'
import { outline } from '../shapes'

/** The shape of a kind as the map draws it. */
export function Icon({ icon, colour }: { icon: string; colour: string }) {
  return (
    <svg class="shape" viewBox="-10 -10 20 20" width="16" height="16" aria-hidden="true" focusable="false">
      <path d={outline(icon)} fill={colour} />
    </svg>
  )
}

/** A short piece of a line as the map draws it. */
export function Swatch({ colour = 'currentColor', status = 'stated', arrow, width = 2 }: { colour?: string; status?: Status; arrow?: boolean; width?: number }) {
  return (
    <svg class="line" viewBox="0 0 26 8" width="26" height="8" aria-hidden="true" focusable="false">
      <path d={arrow ? 'M1 4H20' : 'M1 4H25'} stroke={colour} stroke-width={width} fill="none"
        stroke-dasharray={dashes[status].join(' ')} stroke-linecap={status === 'opinion' ? 'round' : 'butt'} />
      {arrow && <path d="M26 4L18 .6V7.4Z" fill={colour} />}
      {status === 'denied' && <path d="M10 1L16 7M16 1L10 7" stroke={colour} stroke-width={width} />}
    </svg>
  )
}

/** How firmly something is said. */
export const Tag = ({ status }: { status: Status }) => <span class={`tag tag--${status}`}><Swatch status={status} />{statuses[status]}</span>
