// The static page paints first; then everything arrives side by side. Three is most of it and waits for nothing.
void import('./app.tsx')
void import('./surface/surface-view.tsx')
