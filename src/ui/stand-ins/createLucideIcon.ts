import { createElement, type SVGProps } from 'react';

/** Replaces lucide's function in the build. It leaves out the contexts, sizes and aliases, which this project does not use. */
export default function drawIcon({ node }: { node: [tag: string, attributes: Record<string, string>][] }) {
  return ({ size = 24, ...props }: SVGProps<SVGSVGElement> & { size?: number }) =>
    createElement(
      'svg',
      {
        xmlns: 'http://www.w3.org/2000/svg',
        width: size,
        height: size,
        viewBox: '0 0 24 24',
        fill: 'none',
        stroke: 'currentColor',
        strokeWidth: 2,
        strokeLinecap: 'round',
        strokeLinejoin: 'round',
        'aria-hidden': true,
        ...props,
      },
      node.map(([tag, attributes]) => createElement(tag, attributes)),
    );
}
