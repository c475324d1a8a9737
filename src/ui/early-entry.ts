type Control = HTMLInputElement | HTMLTextAreaElement;

/** React's private memory of a field's value, by which it ignores events that change nothing. Its types lack it. */
interface Remembered {
  _valueTracker?: { setValue(value: string): void };
}

/**
 * A `ref` for fields. A page that was written at build time can be filled in before the app is loaded; React ignores what it finds in the
 * fields, so an event is sent as if the text were typed now. Text, caret and focus stay as they are.
 */
export function tellEarlyEntry(control: Control | null): void {
  if (!control) return;
  const isChoice = control.type === 'checkbox' || control.type === 'radio';
  if (isChoice ? !hasChosen(control) : control.value === control.defaultValue) return;
  const { value } = control;
  // After the page is drawn, since listeners may change it.
  queueMicrotask(() => {
    // An earlier field's event has drawn this field too, as empty as its state still is.
    if (control.value !== value) control.value = value;
    (control as Remembered)._valueTracker?.setValue('');
    control.dispatchEvent(new Event(isChoice ? 'click' : 'input', { bubbles: true }));
  });
}

function hasChosen(control: Control): boolean {
  return control instanceof HTMLInputElement && control.checked !== control.defaultChecked;
}
