package dev.descent.web;

import java.io.IOException;

import dev.descent.limits.Limits;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stops reading a body where it becomes too long, whatever its headers say. */
@Component
class RequestSizeFilter extends OncePerRequestFilter {

	private final long most;

	RequestSizeFilter(Limits limits) {
		this.most = limits.requestSize().toBytes();
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		chain.doFilter(new HttpServletRequestWrapper(request) {

			@Override
			public ServletInputStream getInputStream() throws IOException {
				return new LimitedStream(super.getInputStream(), most);
			}

		}, response);
	}

	private static final class LimitedStream extends ServletInputStream {

		private final ServletInputStream stream;

		private final long most;

		private long count;

		LimitedStream(ServletInputStream stream, long most) {
			this.stream = stream;
			this.most = most;
		}

		@Override
		public int read() throws IOException {
			int next = stream.read();
			counted((next >= 0) ? 1 : 0);
			return next;
		}

		@Override
		public int read(byte[] into, int from, int length) throws IOException {
			int read = stream.read(into, from, length);
			counted(read);
			return read;
		}

		private void counted(int read) throws IOException {
			count += Math.max(read, 0);
			if (count > most) {
				throw new RequestTooLargeException(most);
			}
		}

		@Override
		public boolean isFinished() {
			return stream.isFinished();
		}

		@Override
		public boolean isReady() {
			return stream.isReady();
		}

		@Override
		public void setReadListener(ReadListener listener) {
			stream.setReadListener(listener);
		}

	}

}
