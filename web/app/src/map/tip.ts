import { describe } from './describe'
import type { Point } from './camera'
import type { Controller } from './controller'

/** What is under the pointer, in words beside it; the panel and the live region say the same otherwise. */
export class Tip {
  private box = document.createElement('div')

  constructor(private map: Controller) {
    this.box.className = 'map__tip'
    this.box.hidden = true
    this.box.setAttribute('aria-hidden', 'true')
    map.stage.canvas.after(this.box)
  }

  show(id: string, at: Point) {
    this.box.hidden = !id
    if (!id) return
    this.box.textContent = describe(this.map.state, id)
    const { width, height } = this.map.stage.size
    const [w, h] = [this.box.offsetWidth, this.box.offsetHeight]
    this.box.style.left = `${Math.max(4, at.x + 16 + w > width ? at.x - w - 12 : at.x + 16)}px`
    this.box.style.top = `${Math.max(4, at.y + 18 + h > height ? at.y - h - 12 : at.y + 18)}px`
  }
}
