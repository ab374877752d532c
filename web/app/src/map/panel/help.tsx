import { useRef } from 'preact/hooks'
import type { Controller } from '../controller'
import { looking, working } from './keywords'

/** The keys in words, for those who see the picture and those who hear it. */
export function Help({ map }: { map: Controller }) {
  const box = useRef<HTMLDialogElement>(null)
  return (
    <dialog ref={box} class="map-help" aria-labelledby="map-help-head" onClick={(e) => {
      if (e.target === box.current) box.current?.close()
    }} onClose={() => map.stage.canvas.focus({ preventScroll: true })}>
      <div class="map-help__body">
        <h2 id="map-help-head">Ways around the map</h2>
        <p>With a mouse or a finger: press a sign or a line to read about it; drag the ground to look elsewhere, a sign or a note to put it somewhere;
          turn the wheel or pinch to come nearer. Right-click or press long for all that can be done. Shift-click selects several; Shift and drag, or the lasso button, draws a lasso.</p>
        <h3>Keys, once the picture has the focus</h3>
        <dl class="map-keys">
          {[...looking, ...working].map(([keys, what]) => <div key={keys}><dt>{keys}</dt><dd>{what}</dd></div>)}
        </dl>
        <form method="dialog"><button class="button button--small">Close</button></form>
      </div>
    </dialog>
  )
}
