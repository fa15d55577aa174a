import type { ComponentProps } from 'react'
import { Icon, type IconName } from './icons.tsx'

/** A button with a drawing only; `label` is what it says to those who do not see it and in its tooltip. */
export function IconButton({
  icon,
  label,
  className = '',
  ...rest
}: { icon: IconName; label: string } & Omit<ComponentProps<'button'>, 'children'>) {
  return (
    <button type="button" className={`icon-button ${className}`} aria-label={label} title={label} {...rest}>
      <Icon name={icon} />
    </button>
  )
}
