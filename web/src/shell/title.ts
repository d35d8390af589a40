import { useEffect } from 'preact/hooks';

/** Names the page after what is shown; null while that is not known. */
export function useTitle(title: string | null): void {
  useEffect(() => {
    if (title !== null) document.title = title ? `${title} · Rawabit` : 'Rawabit';
  }, [title]);
}
