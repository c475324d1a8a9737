import { ContentBody, type ContentBodyProps } from './content-body.tsx';

export interface ContentText extends ContentBodyProps {
  /** Part of the address: `/ajuda#sem-niss`. */
  id: string;
  heading: string;
}

interface ContentSectionProps extends ContentText {
  /** 3 within a group of sections. */
  level?: 2 | 3;
}

export function ContentSection({ id, heading, level = 2, ...body }: ContentSectionProps) {
  const Heading = `h${level}` as const;
  // Landmarks are for getting about: forty of them would be in the way.
  const labelledBy = level === 2 ? id : undefined;
  return (
    <section aria-labelledby={labelledBy}>
      <Heading id={id} tabIndex={-1}>
        {heading}
      </Heading>
      <ContentBody {...body} />
    </section>
  );
}
