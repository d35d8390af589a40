import { CAMERA } from './camera';

/** What one part of a line tells the other of it: `v_side` and `v_along` in pixels across and along it, half its width, and its stroke. */
export const STROKE = /* glsl */ `
varying vec4 v_color;
varying float v_side;
varying float v_along;
varying float v_half;
varying float v_stroke;
`;

/** Works in pixels of the page, y upwards. A line is a strip along a parabola, cut off at the rims of its ends. */
export const VERTEX = /* glsl */ `
attribute vec2 a_source;
attribute vec2 a_target;
attribute vec2 a_radii;
attribute vec4 a_look; // width, bend, stroke, arrow
attribute float a_mark;
attribute vec4 a_color;
attribute vec3 a_corner; // share, side, part

${CAMERA}
${STROKE}varying float v_part;
varying vec2 v_mark;

const float bias = 255.0 / 254.0;

vec2 pixels(vec2 p) { return (u_matrix * vec3(p, 1.0)).xy * u_half; }
vec2 along(vec2 a, vec2 c, vec2 b, float t) { return mix(mix(a, c, t), mix(c, b, t), t); }
vec2 slope(vec2 a, vec2 c, vec2 b, float t) {
  vec2 d = mix(c - a, b - c, t);
  float l = length(d);
  return l > 0.0 ? d / l : vec2(1.0, 0.0);
}

void main() {
  vec2 a = pixels(a_source);
  vec2 b = pixels(a_target);
  vec2 d = b - a;
  vec2 c = (a + b) * 0.5 + 2.0 * a_look.y * vec2(d.y, -d.x);
  float width = max(a_look.x / sqrt(u_sizeRatio), 0.9);
  float head = a_look.w > 0.5 ? 5.0 + 2.2 * width : 0.0;
  float reach = max(2.0 * length(c - b), 0.001);
  float first = min(a_radii.x / u_sizeRatio / max(2.0 * length(c - a), 0.001), 0.5);
  float tip = max(1.0 - (a_radii.y / u_sizeRatio + 1.0) / reach, 0.5);
  float last = max(tip - head / reach, first);

  float share = a_corner.x;
  float side = a_corner.y;
  v_part = a_corner.z;
  v_stroke = a_look.z;
  v_side = 0.0;
  v_along = 0.0;
  v_mark = vec2(0.0);
  v_half = width * 0.5;
  vec2 at;

  if (v_part < 0.5) {
    float t = mix(first, a_look.w > 0.5 ? last + 0.3 * (tip - last) : tip, share);
    vec2 s = slope(a, c, b, t);
    float ticks = v_stroke > 3.5 ? 3.5 : 0.0;
    float spread = v_half + ticks + 1.0;
    at = along(a, c, b, t) + vec2(-s.y, s.x) * side * spread;
    v_side = side * spread;
    v_along = t * length(d);
  } else if (v_part < 1.5) {
    vec2 end = along(a, c, b, tip);
    vec2 s = slope(a, c, b, (tip + last) * 0.5);
    float size = head > 0.0 && tip > last ? min(head, (tip - last) * reach + 1.0) : 0.0;
    at = end - s * size * (1.0 - share) + vec2(-s.y, s.x) * side * size * 0.42;
  } else {
    vec2 middle = along(a, c, b, (first + last) * 0.5);
    float size = a_mark > 0.5 && (last - first) * reach > 26.0 ? 6.5 : 0.0;
    at = middle + a_corner.xy * size;
    v_mark = a_corner.xy * 6.5;
  }
  gl_Position = vec4(at / u_half, 0.0, 1.0);

  v_color = a_color;
  v_color.a *= bias;
}
`;

/** Stands behind `STROKE`. */
export const STRUCK = /* glsl */ `
// One where a dash of a period is, from its start for its length.
float dash(float period, float start, float size) {
  float at = mod(v_along, period) - start;
  return smoothstep(-0.5, 0.5, at) * (1.0 - smoothstep(size - 0.5, size + 0.5, at));
}

// How much of a line is there, by how it is said.
float struck(float cover) {
  if (v_stroke > 3.5) return max(cover, dash(13.0, 5.0, 2.0) * (1.0 - smoothstep(v_half + 2.6, v_half + 3.4, abs(v_side))));
  if (v_stroke > 2.5) return cover * dash(7.5, 1.0, 2.5);
  if (v_stroke > 1.5) return cover * max(dash(25.0, 1.0, 14.0), dash(25.0, 19.0, 3.0));
  if (v_stroke > 0.5) return cover * dash(12.0, 1.0, 7.0);
  return cover;
}
`;

export const FRAGMENT = /* glsl */ `
precision mediump float;

${STROKE}varying float v_part;
varying vec2 v_mark;

uniform vec3 u_mark;
uniform vec3 u_paper;

${STRUCK}
void main() {
  float cover = 1.0;
  vec3 color = v_color.rgb;
  float alpha = v_color.a;
  if (v_part < 0.5) {
    cover = struck(1.0 - smoothstep(v_half - 0.5, v_half + 0.6, abs(v_side)));
  } else if (v_part > 1.5) {
    // A lozenge with a stroke across: said to be so, and said not to be.
    float away = abs(v_mark.x) + abs(v_mark.y);
    cover = 1.0 - smoothstep(6.0, 6.5, away);
    float inside = 1.0 - smoothstep(4.4, 4.9, away);
    float bar = 1.0 - smoothstep(0.7, 1.2, abs(v_mark.x));
    color = mix(u_mark, u_paper, inside * (1.0 - bar));
    alpha = min(1.0, v_color.a * 1.6);
  }
  cover *= alpha;
  gl_FragColor = vec4(color * cover, cover);
}
`;
