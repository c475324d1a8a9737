type Control = HTMLInputElement | HTMLTextAreaElement;

/** React remembers the last value of a field in this private property and ignores events that do not change it. Its types lack the property. */
interface Remembered {
  _valueTracker?: { setValue(value: string): void };
}

/**
 * A `ref` for fields. A page that was written at build time can be filled in before the app is loaded. React ignores what it finds in the fields, so this sends
 * an event as if the text were typed at this moment. Text, caret and focus stay as they are.
 */
export function tellEarlyEntry(control: Control | null): void {
  if (!control) return;
  const isChoice = control.type === 'checkbox' || control.type === 'radio';
  if (isChoice ? !hasChosen(control) : control.value === control.defaultValue) return;
  const { value } = control;
  // Waits until the page is drawn, since listeners of the event may change it.
  queueMicrotask(() => {
    // The event of an earlier field has redrawn this field with its empty state.
    if (control.value !== value) control.value = value;
    (control as Remembered)._valueTracker?.setValue('');
    control.dispatchEvent(new Event(isChoice ? 'click' : 'input', { bubbles: true }));
  });
}

function hasChosen(control: Control): boolean {
  return control instanceof HTMLInputElement && control.checked !== control.defaultChecked;
}
