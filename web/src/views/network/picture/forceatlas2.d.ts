declare module 'graphology-layout-forceatlas2/iterate' {
  import type { ForceAtlas2Settings } from 'graphology-layout-forceatlas2';

  /** One round over matrices of ten numbers a node and three a link, in place. */
  export default function iterate(settings: Required<ForceAtlas2Settings>, nodes: Float32Array, links: Float32Array): void;
}
