import { expect, test } from '@playwright/test'

// A4 less the margins that Chromium gives it, in CSS pixels.
const papers = { portrait: { width: 717, height: 1046 }, landscape: { width: 1046, height: 717 } }

for (const [name, paper] of Object.entries(papers)) {
  test(`a map on paper, ${name}: the picture on the first page, then its words, and nothing to press`, async ({ page }) => {
    await page.goto('/map')
    await expect(page.locator('[data-map-status]')).toContainText('lines')
    await page.setViewportSize(paper)
    await page.emulateMedia({ media: 'print' })
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    const picture = page.locator('.print-only img')
    await expect(picture).toBeVisible()
    const box = (await picture.boundingBox())!
    expect(box.height).toBeGreaterThan(paper.height / 4)
    expect(box.y + box.height).toBeLessThan(paper.height)
    await expect(page.getByText('The same as a table')).toBeVisible()
    await expect(page.locator('.legend').first()).toBeVisible()
    for (const gone of ['button', 'input', 'select', '.map__picture']) await expect(page.locator(gone).filter({ visible: true })).toHaveCount(0)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(wide).toBeLessThanOrEqual(paper.width)
  })
}
