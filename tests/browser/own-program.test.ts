import { expect, test } from 'vitest'
import { openPage, until } from './page.ts'
import { fragment, openExperiment, withoutGraphics } from './workbench.ts'

test('an optimizer is edited with the keyboard alone, and the link holds it', async () => {
  const { page, complaints, close } = await openExperiment({
    hash: '#landscape=saddle&run=sgd(learningRate:0.05)&v=1',
    before: withoutGraphics,
  })
  await page.getByRole('button', { name: 'Start a program of your own from SGD' }).press('Enter')
  await until(page, `location.hash.includes('&program.mine=theta=theta-learningRate*g&')`, 2000)

  // Completion: Enter takes the name, and the list leaves with it.
  const text = page.getByRole('textbox', { name: 'Program of one step' })
  await text.fill('')
  await text.pressSequentially('m = beta*m + g\nthe')
  const list = page.getByRole('listbox', { name: 'Names that fit' })
  await list.waitFor()
  expect(await list.getByRole('option').allTextContents()).toEqual(['thetaparameters'])
  await text.press('Enter')
  await list.waitFor({ state: 'detached' })
  await text.pressSequentially(' = theta - learnin')
  await text.press('Escape')
  expect(await list.count()).toBe(0)
  await text.pressSequentially('gRate*m')
  expect(await text.inputValue()).toBe('m = beta*m + g\ntheta = theta - learningRate*m')

  // A name that is not defined is underlined, the last good program keeps running, and one button makes it a hyperparameter.
  expect(await page.locator('.mark-place').allTextContents()).toEqual(['beta'])
  expect(await page.locator('.program-editor [role=alert]').textContent()).toContain('“beta” is not defined.')
  expect(fragment(page)).toContain('program.mine=theta=theta-learningRate*g&')
  await page.getByRole('button', { name: 'Make it a hyperparameter' }).press('Enter')
  await page.getByRole('slider', { name: 'β' }).waitFor()
  const typed = 'program.mine=(beta:0.9)m=beta*m+g;theta=theta-learningRate*m&v=1'
  await until(page, `location.hash.endsWith(${JSON.stringify(typed)})`, 3000)

  // A state has an initial value; what is wrong with it is said beside its name.
  const initial = page.getByRole('textbox', { name: 'm before the first step' })
  await initial.fill('theta +')
  expect(await page.locator('.program-editor [role=alert]').textContent()).toContain('m: ')
  await initial.fill('theta')
  await initial.blur()
  await until(page, `location.hash.includes('program.mine=(beta:0.9,m=theta)')`, 3000)

  // A near name is one button away.
  await text.fill('m = beta*m + g\ntheta = theta - learnigRate*m')
  await page.getByRole('button', { name: 'Use learningRate' }).click()
  expect(await text.inputValue()).toContain('learningRate*m')

  const opened = await openPage({ hash: fragment(page), before: withoutGraphics })
  await until(opened.page, `document.querySelector('.run-name')?.textContent === 'mine'`)
  expect(await opened.page.locator('.notice').count()).toBe(0)
  expect(opened.complaints).toEqual([])
  await opened.close()

  for (let k = 0; k < 8; k++) {
    const undo = page.getByRole('button', { name: 'Undo' })
    if (await undo.isEnabled()) await undo.click()
  }
  await until(page, `location.hash === '#landscape=saddle&run=sgd(learningRate:0.05)&v=1'`, 3000)
  expect(await page.locator('.program-editor').count()).toBe(0)
  expect(complaints).toEqual([])
  await close()
})
