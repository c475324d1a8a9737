type Control = HTMLInputElement | HTMLTextAreaElement;

/** What React remembers of a field, by which it tells a change from an event that changes nothing. Its types do not have it. */
interface Remembered {
  _valueTracker?: { setValue(value: string): void };
}

/**
 * Give it as `ref`. A page that was written at build time can be filled in before the app has come; React leaves what it finds in the fields and
 * does not look at it, so it is told as if it were typed now. Text, caret and focus stay as they are.
 */
export function tellEarlyEntry(control: Control | null): void {
  if (!control) return;
  const isChoice = control.type === 'checkbox' || control.type === 'radio';
  if (isChoice ? !hasChosen(control) : control.value === control.defaultValue) return;
  const { value } = control;
  // After the page stands: whoever listens may change it.
  queueMicrotask(() => {
    // What was told of a field before it has drawn this one too, empty as it was for all that was known.
    if (control.value !== value) control.value = value;
    (control as Remembered)._valueTracker?.setValue('');
    control.dispatchEvent(new Event(isChoice ? 'click' : 'input', { bubbles: true }));
  });
}

function hasChosen(control: Control): boolean {
  return control instanceof HTMLInputElement && control.checked !== control.defaultChecked;
}
