import { layOut, type Problem } from './layout';

/** Lays out beside the page; tells places as they become better, and when they are final. */
addEventListener('message', ({ data }: MessageEvent<Problem>) => {
  const final = layOut(data, (spots, done) => {
    postMessage({ spots, done });
  });
  postMessage({ spots: final, done: 1, final: true });
});
