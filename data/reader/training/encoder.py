"""The encoder that both networks share, and how weights are kept."""
import torch
from safetensors.torch import load_file, save_file
from torch import nn

from base import distances, longest


class Layer(nn.Module):
    def __init__(self, base):
        super().__init__()
        hidden, self.heads = base.hidden, base.heads
        self.qkv, self.out = nn.Linear(hidden, 3 * hidden), nn.Linear(hidden, hidden)
        self.norm1, self.norm2 = (nn.LayerNorm(hidden, eps=base.epsilon) for _ in range(2))
        self.up, self.down = nn.Linear(hidden, 4 * hidden), nn.Linear(4 * hidden, hidden)
        self.drop = nn.Dropout(0.1)

    def forward(self, x, bias):
        b, n, hidden = x.shape
        q, k, v = self.qkv(x).view(b, n, 3, self.heads, hidden // self.heads).permute(2, 0, 3, 1, 4)
        seen = nn.functional.scaled_dot_product_attention(q, k, v, attn_mask=bias)
        x = self.norm1(x + self.drop(self.out(seen.transpose(1, 2).reshape(b, n, hidden))))
        return self.norm2(x + self.drop(self.down(nn.functional.gelu(self.up(x)))))


class Encoder(nn.Module):
    """Vectors of word pieces: rows of ids (in the numbers of the base) and a mask in, rows × length × hidden out."""

    def __init__(self, base):
        super().__init__()
        self.base = base
        self.words, self.positions = nn.Embedding(base.words, base.hidden), nn.Embedding(base.positions, base.hidden)
        self.norm = nn.LayerNorm(base.hidden, eps=base.epsilon)
        if base.types:
            self.types = nn.Embedding(2, base.hidden)
        if base.buckets:
            self.relative = nn.Embedding(base.buckets, base.heads)
            self.register_buffer('distances', torch.from_numpy(distances(base)), persistent=False)
        self.layers = nn.ModuleList(Layer(base) for _ in range(base.layers))

    def forward(self, ids, mask):
        n, first = ids.shape[1], self.base.first
        x = self.words(ids) + self.positions.weight[first:first + n]
        if self.base.types:
            x = x + self.types.weight[0]
        x = self.norm(x)
        bias = ((1 - mask) * -1e4)[:, None, None, :]
        if self.base.buckets:
            here = torch.arange(n, device=ids.device)
            far = self.distances[here[None, :] - here[:, None] + longest(self.base) - 1]
            bias = bias + self.relative(far).permute(2, 0, 1)[None]
        for layer in self.layers:
            x = layer(x, bias.to(x.dtype))
        return x


NAMES = {'words': 'enc.embeddings.word_embeddings', 'positions': 'enc.embeddings.position_embeddings',
         'types': 'enc.embeddings.token_type_embeddings', 'norm': 'enc.embeddings.LayerNorm',
         'relative': 'enc.encoder.relative_attention_bias'}
PARTS = {'out': 'attention.output.dense', 'norm1': 'attention.output.LayerNorm', 'up': 'intermediate.dense',
         'down': 'output.dense', 'norm2': 'output.LayerNorm'}


def stored_names(key):
    """Names in the weight file of a parameter here; three for the joint matrix of query, key and value."""
    if not key.startswith('encoder.'):
        return [key]
    _, first, *rest = key.split('.')
    if first in NAMES:
        return ['.'.join([NAMES[first], *rest])]
    k, part, tail = rest
    at = f'enc.encoder.layer.{k}.'
    if part == 'qkv':
        return [f'{at}attention.self.{n}.{tail}' for n in ('query', 'key', 'value')]
    return [f'{at}{PARTS[part]}.{tail}']


def values_in(path):
    """The parameters in a weight file, by their names there, as floats."""
    raw = load_file(path)
    return {name: tensor.float() * raw[f'{name}.scale'].float() if f'{name}.scale' in raw else tensor.float()
            for name, tensor in raw.items() if not name.endswith('.scale')}


def load(net, path):
    """Fills a network from a weight file. A plain encoder has no heads: those stay as they were made."""
    raw = values_in(path)
    state = net.state_dict()
    plain = not any(name in raw for key in state if not key.startswith('encoder.') for name in stored_names(key))
    for key in state:
        if plain and not key.startswith('encoder.'):
            continue
        names = stored_names(key)
        if missing := [name for name in names if name not in raw]:
            raise SystemExit(f'{path} lacks {missing[0]}: it holds weights of another network or of another --base')
        found = torch.cat([raw[name] for name in names])
        if found.shape != state[key].shape:
            raise SystemExit(f'{path}: {names[0]} is {tuple(found.shape)}, not {tuple(state[key].shape)}; is --base right?')
        state[key] = found
    net.load_state_dict(state)
    return net


def save(state, path):
    """Matrices as int8 rows with a scale each, the rest as float16."""
    out = {}
    for key, tensor in state.items():
        names = stored_names(key)
        for name, part in zip(names, tensor.detach().cpu().float().chunk(len(names))):
            if part.dim() == 2 and min(part.shape) >= 16:
                scale = (part.abs().amax(1, keepdim=True) / 127).clamp(min=1e-7).half()
                out[name] = (part / scale.float()).round().clamp(-127, 127).to(torch.int8).contiguous()
                out[name + '.scale'] = scale
            else:
                out[name] = part.half().contiguous()
    save_file(out, path)
