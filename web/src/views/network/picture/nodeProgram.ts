/** Draws nodes: the figure and colour of their kind, its sign inside where there is room, and a ring round what is chosen. */

import { NodeProgram, type NodeProgramType, type ProgramInfo } from 'sigma/rendering';
import type { NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';

import { PATHS, type Shape } from '../../../shared/KindIcon';
import { CAMERA, CAMERA_UNIFORMS, setCamera } from './camera';
import { FIGURES, SHAPES } from './looks';
import type { Shared } from './lineProgram';

export interface NodeLook extends NodeDisplayData {
  readonly shape: Shape;
  /** 0 none, 1 a ring, 2 a ring in the colour of what is chosen. */
  readonly ring: number;
}

const VERTEX = /* glsl */ `
attribute vec2 a_position;
attribute float a_size;
attribute vec4 a_figure; // sides, turn, scale, sign
attribute float a_ring;
attribute vec4 a_color;
attribute vec4 a_id;
attribute vec2 a_corner;

${CAMERA}
varying vec4 v_color;
varying vec2 v_at;
varying float v_radius;
varying vec4 v_figure;
varying float v_ring;

const float bias = 255.0 / 254.0;

void main() {
  v_radius = max(a_size / u_sizeRatio, 1.2);
  v_at = a_corner * (v_radius * a_figure.z + (a_ring > 0.5 ? 7.0 : 2.5));
  gl_Position = vec4((u_matrix * vec3(a_position, 1.0)).xy + v_at / u_half, 0.0, 1.0);
  v_figure = a_figure;
  v_ring = a_ring;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
}
`;

const FRAGMENT = /* glsl */ `
precision highp float;

varying vec4 v_color;
varying vec2 v_at;
varying float v_radius;
varying vec4 v_figure;
varying float v_ring;

uniform vec3 u_paper;
uniform vec3 u_focus;
uniform vec3 u_ink;
uniform sampler2D u_signs;

const float whole = 6.28318530718;

// How far a point lies from the rim of the figure; negative inside.
float beyond(vec2 p, float grown) {
  float radius = v_radius * v_figure.z;
  // What is so small looks round.
  if (v_figure.x < 0.5 || v_radius < 3.0) return length(p) - radius - grown;
  float part = whole / v_figure.x;
  float angle = atan(p.x, p.y) - v_figure.y * whole;
  return cos(floor(0.5 + angle / part) * part - angle) * length(p) - radius * cos(part * 0.5) - grown;
}

void main() {
  // The nearest corner of a polygon points along the turn; distances are measured to its sides, half a part further.
  vec2 p = v_at;
  if (v_figure.x > 0.5 && v_radius >= 3.0) {
    float half_part = whole / v_figure.x * 0.5;
    p = mat2(cos(half_part), sin(half_part), -sin(half_part), cos(half_part)) * p;
  }
  #ifdef PICKING_MODE
  if (beyond(p, 2.0) > 0.0) discard;
  gl_FragColor = v_color;
  #else
  float d = beyond(p, 0.0);
  vec4 color = vec4(0.0);
  if (v_ring > 0.5) {
    float ring = 1.0 - smoothstep(0.5, 1.5, abs(beyond(p, 3.5)) - 0.3);
    color = vec4(v_ring > 1.5 ? u_focus : u_ink, 1.0) * ring;
  }
  // A rim of the ground's colour parts nodes from the lines under them.
  float rim = (1.0 - smoothstep(1.0, 2.0, d));
  color = mix(color, vec4(u_paper, 1.0), rim * v_color.a);
  float fill = 1.0 - smoothstep(-0.6, 0.6, d);
  color = mix(color, vec4(v_color.rgb, 1.0), fill * v_color.a);
  if (v_radius > 7.0) {
    vec2 inside = v_at / (v_radius * 0.92) * 0.5 + 0.5;
    if (inside.x > 0.0 && inside.x < 1.0 && inside.y > 0.0 && inside.y < 1.0) {
      float sign = texture2D(u_signs, vec2((inside.x + v_figure.w) / 8.0, 1.0 - inside.y)).r;
      color = mix(color, vec4(u_paper, 1.0), sign * fill * v_color.a);
    }
  }
  gl_FragColor = color;
  #endif
}
`;

const UNIFORMS = [...CAMERA_UNIFORMS, 'u_paper', 'u_focus', 'u_ink', 'u_signs'] as const;
type Uniform = (typeof UNIFORMS)[number];
const SIGN = 64;

export interface NodeShared extends Shared {
  focus: readonly [number, number, number];
  ink: readonly [number, number, number];
}

export function nodeProgram(shared: NodeShared): NodeProgramType {
  return class extends NodeProgram<Uniform> {
    private readonly textures = new Map<WebGLRenderingContext, WebGLTexture>();

    override getDefinition() {
      const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
      return {
        VERTICES: 6,
        VERTEX_SHADER_SOURCE: VERTEX,
        FRAGMENT_SHADER_SOURCE: FRAGMENT,
        METHOD: TRIANGLES,
        UNIFORMS,
        ATTRIBUTES: [
          { name: 'a_position', size: 2, type: FLOAT },
          { name: 'a_size', size: 1, type: FLOAT },
          { name: 'a_figure', size: 4, type: FLOAT },
          { name: 'a_ring', size: 1, type: FLOAT },
          { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
        CONSTANT_ATTRIBUTES: [{ name: 'a_corner', size: 2, type: FLOAT }],
        CONSTANT_DATA: [[-1, -1], [1, -1], [-1, 1], [-1, 1], [1, -1], [1, 1]],
      };
    }

    override processVisibleItem(index: number, start: number, data: NodeDisplayData) {
      const { shape, ring } = data as NodeLook;
      const figure = FIGURES[shape];
      this.array.set(
        [data.x, data.y, data.size, figure.sides, figure.turn, figure.scale, SHAPES.indexOf(shape), ring, floatColor(data.color), index],
        start,
      );
    }

    override drawWebGL(method: number, program: ProgramInfo) {
      if (program !== this.pickProgram || !shared.moving) super.drawWebGL(method, program);
    }

    override setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo<Uniform>) {
      setCamera(gl, uniformLocations, params);
      gl.uniform3f(uniformLocations.u_paper, ...shared.paper);
      gl.uniform3f(uniformLocations.u_focus, ...shared.focus);
      gl.uniform3f(uniformLocations.u_ink, ...shared.ink);
      gl.activeTexture(gl.TEXTURE0);
      gl.bindTexture(gl.TEXTURE_2D, this.texture(gl));
      gl.uniform1i(uniformLocations.u_signs, 0);
    }

    override kill() {
      for (const [gl, texture] of this.textures) gl.deleteTexture(texture);
      this.textures.clear();
      super.kill();
    }

    private texture(gl: WebGLRenderingContext): WebGLTexture | null {
      const known = this.textures.get(gl);
      if (known) return known;
      const texture = gl.createTexture();
      gl.bindTexture(gl.TEXTURE_2D, texture);
      gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, signs());
      gl.generateMipmap(gl.TEXTURE_2D);
      gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR_MIPMAP_LINEAR);
      gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
      gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
      this.textures.set(gl, texture);
      return texture;
    }
  };
}

/** The signs of all kinds in one row, white on black. */
function signs(): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = SIGN * SHAPES.length;
  canvas.height = SIGN;
  const context = canvas.getContext('2d');
  if (!context) return canvas;
  context.fillStyle = '#000';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = '#fff';
  SHAPES.forEach((shape, index) => {
    context.setTransform(SIGN / 18, 0, 0, SIGN / 18, index * SIGN + SIGN / 18, SIGN / 18);
    context.fill(new Path2D(PATHS[shape]), 'evenodd');
  });
  return canvas;
}
