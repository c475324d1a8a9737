/** @jsxImportSource hono/jsx */
import type { Assignee } from '../office/assignment.ts';
import type { Labelled } from './page.tsx';

interface AssigneeSelectProps {
  field: Labelled;
  name: string;
  assignees: readonly Assignee[];
}

export function AssigneeSelect({ field, name, assignees }: AssigneeSelectProps) {
  return (
    <select {...field} name={name} required>
      <option value="">Escolha uma pessoa</option>
      {assignees.map((each) => (
        <option key={each.userName} value={each.userName}>
          {`${each.name} (${each.userName})`}
        </option>
      ))}
    </select>
  );
}
