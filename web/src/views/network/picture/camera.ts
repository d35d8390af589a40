/** What every program that draws is told of the picture: where it lies, and how large. */

import type { RenderParams } from 'sigma/types';

export const CAMERA_UNIFORMS = ['u_matrix', 'u_half', 'u_sizeRatio'] as const;

/** The same in a shader; `u_half` is half the picture, in pixels. */
export const CAMERA = /* glsl */ `
uniform mat3 u_matrix;
uniform vec2 u_half;
uniform float u_sizeRatio;
`;

type Locations = Record<(typeof CAMERA_UNIFORMS)[number], WebGLUniformLocation>;

export function setCamera(gl: WebGLRenderingContext, locations: Locations, params: RenderParams): void {
  gl.uniformMatrix3fv(locations.u_matrix, false, params.matrix);
  gl.uniform2f(locations.u_half, params.width / 2, params.height / 2);
  gl.uniform1f(locations.u_sizeRatio, params.sizeRatio);
}
