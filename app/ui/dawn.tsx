/** Dawn over the hills, with the aurora as light above them: the site’s own picture. No text ever stands on it. */

type DawnProps = {
  /** `large`: a whole landscape that runs out into the paper. `haute`: the same place from nearer, for a frame. */
  readonly view: 'large' | 'haute';
};

export function Dawn({ view }: DawnProps) {
  return (
    <svg
      className={`aube ${view}`}
      viewBox={view === 'large' ? '0 0 1200 400' : '400 40 760 352'}
      preserveAspectRatio="xMidYMax slice"
      aria-hidden="true"
    >
      <Light />
      <rect width="1200" height="400" fill="url(#aube-ciel)" />
      <g fill="url(#aube-voile)" filter="url(#aube-flou)">
        <path d="M-20-60C140-70 220-30 330-50S560-80 700-40 960-70 1220-60V60C1090 150 980 60 850 96S640 190 500 120 250 60 150 130 20 150-20 110z" />
        <path
          opacity=".6"
          d="M-20-40C200-60 400-20 600-40S1000-60 1220-30V130C1100 90 1020 170 900 160S700 70 580 110 380 210 250 150 60 190-20 170z"
        />
      </g>
      <circle cx="780" cy="268" r="300" fill="url(#aube-lueur)" />
      <g fill="none" stroke="#fff" strokeWidth="22">
        <circle cx="780" cy="268" r="118" strokeOpacity=".26" />
        <circle cx="780" cy="268" r="182" strokeOpacity=".15" />
      </g>
      <circle cx="780" cy="268" r="62" fill="#fffaf0" />
      <Hills />
      <rect className="aube-nuit" width="1200" height="400" />
      <path fill="#ffdf9a" d="M312 342h7v9h-7zM326 342h7v9h-7zM699 352h7v9h-7z" />
      {view === 'large' && <path className="aube-sol" d="M0 401v-7c180-22 380-16 600-4s420 2 600-14v25z" />}
    </svg>
  );
}

function Light() {
  return (
    <defs>
      <linearGradient id="aube-ciel" x1="0" y1="0" x2="0" y2="1">
        <stop offset="0" stopColor="#4c3a8c" />
        <stop offset=".22" stopColor="#7d56b0" />
        <stop offset=".46" stopColor="#cf7fb0" />
        <stop offset=".66" stopColor="#f5b094" />
        <stop offset=".86" stopColor="#fde0a8" />
      </linearGradient>
      <linearGradient id="aube-voile" x1="0" y1="0" x2="0" y2="1">
        <stop offset="0" stopColor="#b79bff" stopOpacity="0" />
        <stop offset=".55" stopColor="#d9a8ff" stopOpacity=".42" />
        <stop offset=".9" stopColor="#ffc4dd" stopOpacity=".62" />
        <stop offset="1" stopColor="#ffe2c0" stopOpacity="0" />
      </linearGradient>
      <radialGradient id="aube-lueur">
        <stop offset="0" stopColor="#fff6dc" stopOpacity=".95" />
        <stop offset=".35" stopColor="#ffe6b8" stopOpacity=".5" />
        <stop offset="1" stopColor="#ffe6b8" stopOpacity="0" />
      </radialGradient>
      <filter id="aube-flou" x="-5%" y="-20%" width="110%" height="140%">
        <feGaussianBlur stdDeviation="7" />
      </filter>
    </defs>
  );
}

function Hills() {
  return (
    <>
      <path
        fill="#d59ab4"
        d="M0 286c120-46 236-60 350-34 96 22 170 44 262 30 118-18 190-58 318-52 110 6 190 40 270 34v136H0z"
      />
      <path
        fill="#a56fab"
        d="M0 316c92-12 168-40 282-34 132 8 190 52 316 50 150-2 232-62 362-58 104 4 170 28 240 22v104H0z"
      />
      <path fill="#6f4a8b" d="M0 346c130-34 250-40 372-16 138 26 232 34 356 12 132-24 300-44 472-8v66H0z" />
      <g fill="#432c58">
        <path d="M0 372c210-26 402-22 590-8 200 14 410 2 610-18v54H0z" />
        <path d="M214 360c-5-28-4-52 4-74 8 22 9 46 4 74zM240 362c-4-20-3-38 3-54 6 16 7 34 3 54zM190 363c-3-14-3-26 2-38 5 12 6 24 3 38z" />
        <path d="M300 362v-22l22-17 22 17v22zM334 330v-12h6v17zM684 368v-18l18-14 18 14v18z" />
        <path d="M920 358c-15 0-27-9-27-20s12-20 27-20 27 9 27 20-12 20-27 20zM918 356h5v16h-5zM868 366c-9 0-16-6-16-13s7-13 16-13 16 6 16 13-7 13-16 13zM866 364h4v10h-4z" />
      </g>
    </>
  );
}
