/** Returns whether the app's own server answers, whatever the browser says of the connection. */
export function serverAnswers(): Promise<boolean> {
  return fetch(`${import.meta.env.BASE_PATH}/`, { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );
}
