import { useEffect, useRef, useState } from 'react'
import { playhead } from '../state/playhead.ts'
import { store } from '../state/store.ts'
import { useStore } from '../state/use-store.ts'
import { IconButton } from './icon-button.tsx'
import { runPlayhead, showStep, stepBy, togglePlaying } from './playback.ts'
import { runSummaries } from './run-summaries.ts'
import { useLanguage, useWords } from './use-words.ts'
import './transport.css'

const speeds = [0.25, 0.5, 1, 2, 4]

/** Plays, pauses and scrubs through the finished runs. */
export function Transport() {
  const words = useWords().transport
  const language = useLanguage()
  const playing = useStore((state) => state.session.playing)
  const steps = useStore((state) => state.experiment.steps)
  const speed = useStore((state) => state.session.speed)
  const [summary, setSummary] = useState('')

  useEffect(() => {
    if (!playing) return undefined
    return runPlayhead(() => {
      const { experiment, results } = store.getState()
      setSummary(runSummaries(experiment, results, language, words))
    })
  }, [playing, language, words])

  return (
    <section className="transport" aria-label={words.heading}>
      <div className="transport-buttons">
        <IconButton icon="restart" label={words.restart} onClick={() => showStep(0)} />
        <IconButton icon="back" label={words.back} onClick={() => stepBy(-1)} />
        <IconButton
          icon={playing ? 'pause' : 'play'}
          className="play-button"
          label={playing ? words.pause : words.play}
          onClick={togglePlaying}
        />
        <IconButton icon="forward" label={words.forward} onClick={() => stepBy(1)} />
        <select
          className="speed"
          aria-label={words.speed}
          title={words.speed}
          value={speed}
          onChange={(event) => store.getState().setSession({ speed: Number(event.target.value) })}
        >
          {speeds.map((option) => (
            <option key={option} value={option}>
              {option}×
            </option>
          ))}
        </select>
      </div>
      <Scrubber />
      <p className="spoken" aria-live="polite">
        {!playing && playhead.at() >= steps ? summary : ''}
      </p>
    </section>
  )
}

/** The step in words and on a slider. The playhead writes into the page itself: React draws nothing anew while it moves. */
function Scrubber() {
  const words = useWords().transport
  const steps = useStore((state) => state.experiment.steps)
  const slider = useRef<HTMLInputElement>(null)
  const text = useRef<HTMLElement>(null)

  useEffect(() => {
    const input = slider.current!
    const write = (at: number) => {
      const step = Math.min(steps, Math.floor(at))
      input.value = String(step)
      input.style.setProperty('--share', String(steps === 0 ? 0 : Math.min(1, at / steps)))
      input.setAttribute('aria-valuetext', words.stepOf(step, steps))
      text.current!.textContent = String(step)
    }
    write(playhead.at())
    return playhead.subscribe(write)
  }, [steps, words])

  return (
    <div className="scrubber">
      <p className="scrubber-text">
        <span className="scrubber-word">{words.step} </span>
        <strong ref={text}>0</strong> <span className="quiet">/ {steps}</span>
      </p>
      <input
        ref={slider}
        className="slider"
        type="range"
        min={0}
        max={steps}
        step={1}
        defaultValue={0}
        aria-label={words.scrubber}
        onInput={(event) => showStep(Number(event.currentTarget.value))}
      />
    </div>
  )
}
