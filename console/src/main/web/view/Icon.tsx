const PATHS = {
  back: 'M4 3h2v10H4zM14 3v10L7 8z',
  on: 'M10 3h2v10h-2zM2 3v10l7-5z',
} as const;

/** A small picture beside a name for who cannot see it. */
export function Icon({ of }: { readonly of: keyof typeof PATHS }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={PATHS[of]} />
    </svg>
  );
}
