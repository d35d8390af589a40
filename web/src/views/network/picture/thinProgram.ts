/** Draws links where there are very many: straight, with nothing at their ends, which lie under the nodes. */

import { EdgeProgram, type EdgeProgramType, type ProgramInfo } from 'sigma/rendering';
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';

import { CAMERA, CAMERA_UNIFORMS, setCamera } from './camera';
import type { LineLook, Shared } from './lineProgram';
import { STROKE, STRUCK } from './lineShader';

const VERTEX = /* glsl */ `
attribute vec2 a_source;
attribute vec2 a_target;
attribute vec2 a_look; // width, stroke
attribute vec4 a_color;
attribute vec2 a_corner; // share, side

${CAMERA}
${STROKE}
void main() {
  vec2 a = (u_matrix * vec3(a_source, 1.0)).xy * u_half;
  vec2 d = (u_matrix * vec3(a_target, 1.0)).xy * u_half - a;
  float whole = max(length(d), 0.001);
  v_half = max(a_look.x / sqrt(u_sizeRatio), 0.9) * 0.5;
  v_stroke = a_look.y;
  v_side = a_corner.y * (v_half + (v_stroke > 3.5 ? 3.5 : 0.0) + 1.0);
  v_along = a_corner.x * whole;
  gl_Position = vec4((a + d * a_corner.x + vec2(-d.y, d.x) / whole * v_side) / u_half, 0.0, 1.0);
  v_color = a_color;
  v_color.a *= 255.0 / 254.0;
}
`;

const FRAGMENT = /* glsl */ `
precision mediump float;

${STROKE}${STRUCK}
void main() {
  float cover = struck(1.0 - smoothstep(v_half - 0.5, v_half + 0.6, abs(v_side))) * v_color.a;
  gl_FragColor = vec4(v_color.rgb * cover, cover);
}
`;

type Uniform = (typeof CAMERA_UNIFORMS)[number];

export function thinProgram(shared: Shared): EdgeProgramType {
  return class extends EdgeProgram<Uniform> {
    override getDefinition() {
      const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
      return {
        VERTICES: 6,
        VERTEX_SHADER_SOURCE: VERTEX,
        FRAGMENT_SHADER_SOURCE: FRAGMENT,
        METHOD: TRIANGLES,
        UNIFORMS: CAMERA_UNIFORMS,
        ATTRIBUTES: [
          { name: 'a_source', size: 2, type: FLOAT },
          { name: 'a_target', size: 2, type: FLOAT },
          { name: 'a_look', size: 2, type: FLOAT },
          { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
        CONSTANT_ATTRIBUTES: [{ name: 'a_corner', size: 2, type: FLOAT }],
        CONSTANT_DATA: [[0, 1], [0, -1], [1, 1], [1, 1], [0, -1], [1, -1]],
      };
    }

    override processVisibleItem(_index: number, start: number, source: NodeDisplayData, target: NodeDisplayData, data: EdgeDisplayData) {
      this.array.set([source.x, source.y, target.x, target.y, data.size, (data as LineLook).stroke, floatColor(data.color)], start);
    }

    override render(params: RenderParams) {
      if (!shared.moving) super.render(params);
    }

    override setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo<Uniform>) {
      setCamera(gl, uniformLocations, params);
    }
  };
}
