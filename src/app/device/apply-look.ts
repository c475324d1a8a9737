import { usePreferences } from '../../state/preferences.ts';

function applyLook(): void {
  const { textSize, textSpacing, contrast } = usePreferences.getState();
  Object.assign(document.documentElement.dataset, { textSize, textSpacing, contrast });
}

/** The styles read the chosen look from the root element, so it must stand there before anything is drawn. */
export function followLook(): void {
  applyLook();
  usePreferences.subscribe(applyLook);
}
